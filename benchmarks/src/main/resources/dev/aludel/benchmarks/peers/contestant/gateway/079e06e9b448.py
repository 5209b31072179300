import sqlalchemy as sa
from alembic import op

revision = "079e06e9b448"
down_revision = "f6e7d8c9b0a1"

String = sa.String().with_variant(sa.String(255), "mysql")


def upgrade():
    op.create_table(
        "tasks",
        sa.Column("id", String, nullable=False),
        sa.Column("user_id", String, nullable=False),
        sa.Column("start_time", sa.BigInteger(), nullable=False),
        sa.Column("end_time", sa.BigInteger(), nullable=True),
        sa.Column("status", String, nullable=True),
        sa.Column("initial_request_text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "task_events",
        sa.Column("id", String, nullable=False),
        sa.Column("task_id", String, nullable=True),
        sa.Column("user_id", String, nullable=True),
        sa.Column("created_time", sa.BigInteger(), nullable=False),
        sa.Column("topic", String, nullable=False),
        sa.Column("direction", sa.String(50), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", String, nullable=False),
        sa.Column("session_id", String, nullable=False),
        sa.Column("task_id", String, nullable=False),
        sa.Column("user_id", String, nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("created_time", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("idx_tasks_user_id", "tasks", ["user_id"])
    op.create_index("idx_task_events_task_id", "task_events", ["task_id"])
    op.create_index("idx_task_events_created_time", "task_events", ["created_time"])
    op.create_index("idx_feedback_session_id", "feedback", ["session_id"])
    op.create_index("idx_feedback_task_id", "feedback", ["task_id"])
    op.create_index("idx_sessions_user_id", "sessions", ["user_id"])
    op.create_index("idx_sessions_created_time", "sessions", ["created_time"])
    op.create_index("idx_sessions_updated_time", "sessions", ["updated_time"])
    op.create_index("idx_chat_messages_session_id", "chat_messages", ["session_id"])
    op.create_index("idx_chat_messages_created_time", "chat_messages", ["created_time"])
    op.create_index("idx_chat_messages_session_created", "chat_messages", ["session_id", "created_time"])
    op.drop_index("ix_sessions_user_id", table_name="sessions")
    op.drop_index("ix_sessions_agent_id", table_name="sessions")
    op.drop_index("ix_sessions_updated_time", table_name="sessions")
    op.drop_index("ix_sessions_user_id_updated_time", table_name="sessions")
    op.drop_index("ix_chat_messages_session_id", table_name="chat_messages")
    op.drop_index("ix_chat_messages_created_time", table_name="chat_messages")
    op.drop_index("ix_chat_messages_session_id_created_time", table_name="chat_messages")
