from alembic import context, op

revision = "f6e7d8c9b0a1"
down_revision = "b1c2d3e4f5g6"

UP = """
${up}
"""

DOWN = """
${down}
"""


def upgrade():
    execute(UP)


def downgrade():
    execute(DOWN)


def execute(statements):
    for statement in filter(None, map(str.strip, statements.split(";\n"))):
        # As it stands: a colon in SQL is no parameter.
        op.execute(statement) if context.is_offline_mode() else op.get_bind().exec_driver_sql(statement)
