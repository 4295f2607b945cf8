"""The word ``history`` in bash, zsh and fish, and the line that greets at their start."""
