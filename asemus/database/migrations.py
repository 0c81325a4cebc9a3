"""Makes the tables of a first migration in one go: half a minute becomes two seconds, with the same result."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class FirstMigration(migrations.Migration):
    """Base class for migrations that only create.

    Django renders the models anew after each of some four hundred operations. Here they are rendered once, as they
    are at the end, and each table is created whole: with the fields, constraints and indexes that later operations of
    the same migration add to it. Everything else is carried out as it stands.
    """

    _PARTS_OF_A_TABLE: ClassVar = (migrations.AddField, migrations.AddConstraint, migrations.AddIndex)
    _CREATING: ClassVar = (migrations.CreateModel, migrations.RunSQL, CreateExtension, *_PARTS_OF_A_TABLE)

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> ProjectState:
        if collect_sql:
            state: ProjectState = super().apply(project_state, schema_editor, collect_sql)
            return state
        before = project_state.clone()
        project_state.__dict__.pop("apps", None)  # unrendered, a state is changed at no cost
        created = set()
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
            if isinstance(operation, migrations.CreateModel):
                created.add(operation.name_lower)
        for operation in self.operations:
            if self._must_run(operation, created):
                operation.database_forwards(self.app_label, schema_editor, before, project_state)
        return project_state

    def _must_run(self, operation: Operation | Any, created: set[str]) -> bool:
        """False for a part of a table that was created with it."""
        is_trigger = hasattr(operation, "trigger")
        if not is_trigger and not isinstance(operation, self._CREATING):
            raise TypeError(f"{operation!r} changes what is there: that belongs into a migration of its own.")
        return not isinstance(operation, self._PARTS_OF_A_TABLE) or operation.model_name_lower not in created
