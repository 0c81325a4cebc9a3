"""Any result as a table (CSV), sent while it is read, so that its size does not matter."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.exports.site import Site
from collection.exports.table import IN_LANGUAGES, TABLE_TYPE, columns_of, header, lines
from collection.filters import ArtworkFilterSet
from collection.models import Artwork, Title
from collection.search.sorting import SORTED_BY_SQL, ordered
from collection.views import browse as said
from collection.views.answers import absolute
from collection.views.artworks import errors_of
from collection.views.caching import public_page
from collection.views.feeds import refused

BATCH = 500  # works in memory at once
_LANGUAGES = " UNION ".join(
    f"SELECT DISTINCT '{name}@' || k FROM collection_artwork, jsonb_object_keys({name}) k WHERE id = ANY(%(works)s) AND status = 'published'"  # noqa: S608  names of ours
    for name in IN_LANGUAGES
)


@public_page
def artworks_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """`/artworks.csv`: at most `TABLE_ROWS` works a file, further ones by `page`, the next named by `Link`."""
    browse = ArtworkFilterSet(request.GET)
    if not browse.is_valid():
        return refused(errors_of(browse))
    rows, page, count = settings.TABLE_ROWS, browse.given["page"], browse.count
    if page > max(1, -(-count // rows)):
        raise Http404(_("The table ends before this page."))
    keys = _keys(browse, (page - 1) * rows, rows)
    response = table_of(keys, "artworks" if page == 1 else f"artworks-{page}")
    if count > page * rows:
        query = said.Address(browse).query(page=str(page + 1))
        response["Link"] = f'<{absolute(request.path)}?{query}>; rel="next"'
    return response


def table_of(keys: list[int], name: str) -> StreamingHttpResponse:
    """The works of these keys, in this order, as a file to keep; what is no longer public when its turn comes is left out."""
    response = StreamingHttpResponse(_written(keys), content_type=TABLE_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    return response


def _keys(browse: ArtworkFilterSet, first: int, count: int) -> list[int]:
    """Small results in the order of the page; large ones in that in which the works were recorded, which costs nothing."""
    order = "oldest" if browse.order == "relevance" else browse.order
    found = browse.found
    if found is not None and found.count > SORTED_BY_SQL:
        return list(found.works[first : first + count])
    works = browse.works() if found is None else Artwork.objects.filter(pk__in=list(found.works))
    in_order = ordered(works, order, get_language() or "en").values_list("pk", flat=True)
    return list(in_order[first : first + count])


def _written(keys: list[int]) -> Iterator[str]:
    site = Site.current()
    columns = _columns(keys)
    yield header(columns)
    for batch in (keys[at : at + BATCH] for at in range(0, len(keys), BATCH)):
        works = Artwork.objects.published().with_row().in_bulk(batch)
        yield "".join(lines((works[key] for key in batch if key in works), columns, site))


def _columns(keys: list[int]) -> list[str]:
    titles = Title.objects.filter(artwork__in=keys, artwork__status="published").order_by()
    with connection.cursor() as cursor:
        cursor.execute(_LANGUAGES, {"works": keys})
        texts = [column for (column,) in cursor.fetchall()]
    return columns_of(titles.values_list("language", flat=True).distinct(), texts)
