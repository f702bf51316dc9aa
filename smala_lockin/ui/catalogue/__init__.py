"""The dialog about the catalogue: to look up, correct and extend what is known of vendors."""
