import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "d5b3f8f2e9a0"
down_revision = None

String = sa.String().with_variant(sa.String(255), "mysql")
DateTime = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")


def upgrade():
    op.create_table(
        "sessions",
        sa.Column("id", String, nullable=False),
        sa.Column("name", String, nullable=True),
        sa.Column("user_id", String, nullable=False),
        sa.Column("agent_id", String, nullable=True),
        sa.Column("created_at", DateTime, nullable=True),
        sa.Column("updated_at", DateTime, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "chat_messages",
        sa.Column("id", String, nullable=False),
        sa.Column("session_id", String, nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("created_at", DateTime, nullable=True),
        sa.Column("sender_type", String, nullable=True),
        sa.Column("sender_name", String, nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="chat_messages_session_id_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id"),
    )
