import sqlalchemy as sa
from alembic import op

revision = "${revision}"
down_revision = ${down_revision}


def upgrade():
    op.create_table(
        "${table}",
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
