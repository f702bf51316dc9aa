"""What a company depends on: plain values, consistent by construction."""
