"""The number that tells two people they edited the same record: raised in the database by every change
of the root or of one of its children, so that no path escapes it."""

import pgtrigger


def root_revision(*generated: str) -> pgtrigger.Trigger:
    """Trigger of a root: any change of its own row raises its revision, unless a child just did.

    `generated` names its generated columns, which a BEFORE trigger cannot see.
    """
    return pgtrigger.Trigger(
        name="raise_revision",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=pgtrigger.AnyChange(exclude=["revision", *generated]),
        func="NEW.revision = OLD.revision + 1; RETURN NEW;",
    )


def child_revision(
    table: str, column: str, name: str = "raise_root_revision", ignoring: tuple[str, ...] = ()
) -> pgtrigger.Trigger:
    """Trigger of a child whose `column` points to `table`.id: every row changed raises the root's revision.

    An update of the columns `ignoring` alone (what a worker fills in) raises nothing.
    """
    is_the_same = " AND ".join(
        ["TG_OP = 'UPDATE'", "to_jsonb(NEW)" + _without(ignoring) + " = to_jsonb(OLD)" + _without(ignoring)]
    )
    skip = f"\n            IF {is_the_same} THEN RETURN NULL; END IF;" if ignoring else ""
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.After,
        func=f"""{skip}
            IF TG_OP <> 'INSERT' THEN
                UPDATE {table} SET revision = revision + 1 WHERE id = OLD.{column};
            END IF;
            IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.{column} IS DISTINCT FROM OLD.{column}) THEN
                UPDATE {table} SET revision = revision + 1 WHERE id = NEW.{column};
            END IF;
            RETURN NULL;
        """,  # noqa: S608  names from our own models, no stranger's words
    )


def _without(columns: tuple[str, ...]) -> str:
    return "".join(f" - '{column}'" for column in columns)
