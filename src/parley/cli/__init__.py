"""The command line: each command parses its options, calls a function that can be imported, and prints."""
