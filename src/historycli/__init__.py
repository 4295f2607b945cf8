"""Today in history, offline: the public Python API.

    >>> import historycli
    >>> with historycli.open_collection() as collection:
    ...     event = collection.find("secret speech")
    >>> event.slug, event.date.year
    ('khrushchev-secret-speech', 1956)

The names below are loaded when they are first asked for, so that importing the
package costs the shell's greeting nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from historycli.collection import Collection, open_collection
    from historycli.dates import Day, HistoricalDate, Year
    from historycli.errors import CollectionError, HistorycliError, NotFound
    from historycli.event import AlsoOn, Anniversary, Event, Reading, Section, Source

__version__ = "0.1.0"
__all__ = [
    "AlsoOn",
    "Anniversary",
    "Collection",
    "CollectionError",
    "Day",
    "Event",
    "HistoricalDate",
    "HistorycliError",
    "NotFound",
    "Reading",
    "Section",
    "Source",
    "Year",
    "__version__",
    "open_collection",
]

_HOMES = {
    "collection": ("Collection", "open_collection"),
    "dates": ("Day", "HistoricalDate", "Year"),
    "errors": ("CollectionError", "HistorycliError", "NotFound"),
    "event": ("AlsoOn", "Anniversary", "Event", "Reading", "Section", "Source"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(f"historycli.{home}"), name)
    raise AttributeError(f"module 'historycli' has no attribute {name!r}")
