"""What a sheet is about: the meaning of each column, and what a row stands for."""
