import { sql, type Kysely } from 'kysely';

/** What an alert sends to phones, and which browsers take push messages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A rung of an alert's ladder is taken once: the database itself keeps it so (AL9).
    create table escalation (
      session_id text not null references session,
      alert_id text not null,
      step text not null,
      primary key (session_id, alert_id, step)
    );

    create table delivery (
      -- Stands in the addresses that providers call back: says nothing, and cannot be guessed.
      token text primary key,
      session_id text not null references session,
      delivery_id text not null,
      alert_id text not null,
      channel text not null check (channel in ('push', 'sms', 'call')),
      target text not null check (target in ('chaperone', 'second')),
      -- Whoever sends it, claims it first; a claim that was not followed by a sending runs out.
      claimed_at bigint,
      sent_at bigint,
      unique (session_id, delivery_id)
    );

    create table push_subscription (
      endpoint text primary key,
      session_id text not null references session,
      role text not null check (role in ('chaperone')),
      p256dh text not null,
      auth text not null,
      created_at bigint not null
    );
    create index push_subscription_by_session on push_subscription (session_id);
  `.execute(db);
}
