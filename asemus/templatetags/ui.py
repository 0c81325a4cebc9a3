"""The tags and filters of every template: components with named props, and words for years, numbers, languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.utils.safestring import SafeString

from asemus.components import Definition, definition
from asemus.once import OnceNode
from asemus.rows import drawn_rows
from asemus.words import addresses, centuries, languages, numbers, years

register = template.Library()
register.filter("language_map", languages.language_map)
register.filter("foreign", languages.foreign)
register.filter("in_its_language", languages.in_its_language)
register.filter("direction", languages.direction_of)
register.filter("language_name", languages.language_name)
register.filter("country_name", languages.country_name)
register.filter("web_link", addresses.web_link)
register.filter("web_links", addresses.web_links)
register.filter("year", years.year)
register.filter("year_span", years.year_span)
register.filter("century_label", centuries.century_label)
register.filter("number", numbers.number)
register.filter("json_data", numbers.json_data)
register.filter("share_of", numbers.share_of)
register.filter("hidden_inputs", addresses.hidden_inputs)


class ComponentNode(template.Node):
    """Renders one component with its props and nothing else of the page's context."""

    def __init__(
        self, used: Definition, props: dict[str, FilterExpression], content: NodeList | None
    ) -> None:
        self.used = used
        self.props = props
        self.content = content

    def render(self, context: template.Context) -> SafeString:
        values: dict[str, Any] = {name: value.resolve(context) for name, value in self.props.items()}
        if self.content is not None:
            values["content"] = self.content.render(context)
        return self.used.render(values, context)


def _parse(parser: Parser, token: Token, closing: str | None) -> ComponentNode:
    tag, *bits = token.split_contents()
    if not bits or bits[0][0] not in "\"'":
        raise template.TemplateSyntaxError(
            f'{{% {tag} %}} begins with the component\'s name: {{% {tag} "card" … %}}'
        )
    name = bits.pop(0).strip("\"'")
    props = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f"{tag} “{name}”: “{bits[0]}” is not a prop; write name=value.")
    content = None
    if closing:
        content = parser.parse((closing,))
        parser.delete_first_token()
    used = definition(name)
    used.check({*props, *({"content"} if closing else ())})
    return ComponentNode(used, props, content)


@register.simple_tag
def rows(part: str, items: Iterable[Mapping[str, Any]], numbers_of: str, **shared: Any) -> SafeString:
    """`{% rows "components/parts/facet_value.html" values "said share" name=name %}`: see asemus.rows."""
    return drawn_rows(part, items, numbers_of.split(), shared)


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """`{% once home=site.home %}…{% endonce %}`: see asemus.once."""
    values = token_kwargs(bits := token.split_contents()[1:], parser)
    if bits:
        raise template.TemplateSyntaxError(f"once: write name=value, not “{bits[0]}”.")
    content = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(values, content)


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """`{% component "card" artwork=card heading_level=3 %}`: templates/components/card.html with these props.

    Props are those of the file's head comment; one too many or too few is a TemplateSyntaxError.
    """
    return _parse(parser, token, None)


@register.tag
def enclose(parser: Parser, token: Token) -> ComponentNode:
    """`{% enclose "section" heading="…" %}…{% endenclose %}`: a component whose prop `content` is what stands between."""
    return _parse(parser, token, "endenclose")
