"""What one cell says: numbers, dates, spans, places and names, as people write them."""
