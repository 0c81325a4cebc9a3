"""What the image service hears at once: that a photograph or its work changed, in every worker on every machine."""

import pgtrigger

CHANNEL = "asemus_images"
_TELL = f"PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL;"


def tells_the_image_service(condition: pgtrigger.Condition | None = None) -> pgtrigger.Trigger:
    """Trigger that notifies `CHANNEL`: for every statement, or for the rows of updates that meet `condition`.

    PostgreSQL sends equal messages of one transaction once, at its end.
    """
    if condition is None:
        return pgtrigger.Trigger(
            name="tell_image_service",
            level=pgtrigger.Statement,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            when=pgtrigger.After,
            func=_TELL,
        )
    return pgtrigger.Trigger(
        name="tell_image_service",
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        condition=condition,
        func=_TELL,
    )
