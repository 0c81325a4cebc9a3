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


def child_revisions(table: str, column: str, ignoring: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """Triggers of a child whose `column` points to `table`.id: a statement that changes its rows raises the revision of
    each of their roots by one, however many rows it changes.

    An update of the columns `ignoring` alone (what a worker fills in) raises nothing.
    """
    changed = f"""
        SELECT o.{column} FROM old_rows o JOIN new_rows n USING (id)
        WHERE to_jsonb(n){_without(ignoring)} <> to_jsonb(o){_without(ignoring)}
        UNION
        SELECT n.{column} FROM old_rows o JOIN new_rows n USING (id)
        WHERE to_jsonb(n){_without(ignoring)} <> to_jsonb(o){_without(ignoring)}"""  # noqa: S608  our own names
    seen = pgtrigger.Referencing
    made, gone = f"SELECT {column} FROM new_rows", f"SELECT {column} FROM old_rows"  # noqa: S608  our own names
    return [
        _raising("insert", table, made, pgtrigger.Insert, seen(new="new_rows")),
        _raising("delete", table, gone, pgtrigger.Delete, seen(old="old_rows")),
        _raising("update", table, changed, pgtrigger.Update, seen(old="old_rows", new="new_rows")),
    ]


def _raising(
    verb: str, table: str, ids: str, operation: pgtrigger.Operation, seen: pgtrigger.Referencing
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"raise_root_revision_{verb}",
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        referencing=seen,
        func=f"UPDATE {table} SET revision = revision + 1 WHERE id IN ({ids}); RETURN NULL;",  # noqa: S608
    )


def _without(columns: tuple[str, ...]) -> str:
    return "".join(f" - '{column}'" for column in columns)
