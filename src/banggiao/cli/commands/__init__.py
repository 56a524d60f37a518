"""The commands, a family a file: their options, help and examples. Each body calls one function of a module imported
there and then."""
