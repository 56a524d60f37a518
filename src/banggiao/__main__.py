"""`python -m banggiao`."""

from banggiao.cli import main

main()
