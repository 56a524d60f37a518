"""The lexicon: what the reader knows of the world, as typed objects loaded from a folder of YAML files.

Nothing is loaded at import. `load(folder)` gives a `Lexicon`; without a folder it is the one shipped in the package.
"""

from banggiao.lexicon.model import Body, Entry, HeldPost, Instrument, KnownPerson, Lexicon, Party, Place, fold
from banggiao.lexicon.store import DATA, load

__all__ = [
    "DATA",
    "Body",
    "Entry",
    "HeldPost",
    "Instrument",
    "KnownPerson",
    "Lexicon",
    "Party",
    "Place",
    "fold",
    "load",
]
