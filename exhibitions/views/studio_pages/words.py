"""The sentences that the studio's scripts say, in the language of who works there."""

from django.utils.translation import gettext as _


def script_words() -> dict[str, str]:
    """By name; `{…}` is filled in by the script."""
    return {**_of_saving(), **_of_tools()}


def _of_saving() -> dict[str, str]:
    """Of what is saved, moved and undone, and of who else is there."""
    return {
        "saved": _("All is saved"),
        "saving": _("Saving …"),
        "offline": _("Offline: what you write is kept on this device"),
        "wallSaved": _("Saved"),
        "wallDraft": _("Not saved yet"),
        "wallConflict": _("Two versions: choose below"),
        "wallRefused": _("Not saved: {why}"),
        "moved": _("Moved to place {place} of {count} in “{room}”."),
        "roomMoved": _("The room is number {place} of {count} now."),
        "removed": _("Taken down. Undo hangs it again."),
        "restored": _("Hung again."),
        "added": _("Added: {what}."),
        "undone": _("Undone."),
        "redone": _("Done again."),
        "cannot": _("That cannot be undone any more: {why}"),
        "alone": _("You are alone here"),
        "here": _("Here too: {names}"),
        "writes": _("{name} writes here"),
        "changed": _("{name} has changed something."),
        "conflict": _("{name} saved this wall while you wrote. Nothing is lost; choose what shall stand."),
        "somebody": _("Somebody"),
        "gone": _("This wall was taken down while you wrote."),
        "mine": _("Yours"),
        "theirs": _("Theirs"),
        "keepMine": _("Keep mine"),
        "takeTheirs": _("Take theirs"),
        "keepBoth": _("Keep both texts"),
        "hangAgain": _("Hang it again with my text"),
        "letGo": _("Leave it down"),
        "draftBack": _("What you wrote before the page was closed is back, and is being saved."),
    }


def _of_tools() -> dict[str, str]:
    """Of the tools for texts, and of the picker of works."""
    return {
        "italic": _("Italics"),
        "bold": _("Bold"),
        "list": _("List"),
        "link": _("Link"),
        "linkFind": _("A work, culture, epoch, museum – or an address"),
        "linkAddress": _("Link to this address"),
        "close": _("Close"),
        "noneFound": _("No works were found. Try fewer words or filters."),
        "failed": _("That did not work. Try again."),
        "foundWorks": _("{count} works"),
        "hangNone": _("Choose works"),
        "hangSome": _("Hang {count} works"),
        "hangOne": _("Hang this work"),
        "hanging": _("Hanging {done} of {count} …"),
        "more": _("More works"),
        "hangsAlready": _("hangs already"),
        "noneKept": _("You keep no works on this device. “Keep” stands beside every work of the collection."),
        "museumSays": _("The museum has written nothing about it yet."),
    }
