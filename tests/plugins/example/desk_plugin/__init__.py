"""A further comparator, reader, format of reports and language, as a newsroom would add them."""
