"""Who is meant by each name: in the files, in the map, in the catalogue."""
