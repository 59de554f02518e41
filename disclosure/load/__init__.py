"""data/ -> Catalogue, or problems with file, row and column. The only reader of data.

source  bytes -> text       table  CSV -> rows       tree  YAML -> nodes with lines
cells   a long table's cells, each distinct one checked once
wording  pydantic's errors in Chinese                references  ids that must exist
"""

from disclosure.load.dataset import DataError, Loaded, load, load_catalogue

__all__ = ["DataError", "Loaded", "load", "load_catalogue"]
