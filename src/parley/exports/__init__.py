"""Record -> files. Each export is a function registered as `parley.exports`."""
