import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table practice (
      practice_id text primary key,
      name text not null
    );
    create table therapist (
      therapist_id text primary key,
      practice_id text not null references practice,
      name text not null,
      phone text
    );
    create table sign_in_link (
      token_hash text primary key,
      therapist_id text not null references therapist,
      expires_at bigint not null,
      used_at bigint
    );
    create table sign_in (
      secret_hash text primary key,
      therapist_id text not null references therapist,
      created_at bigint not null,
      expires_at bigint not null,
      ended_at bigint
    );
    create table session (
      session_id text primary key,
      therapist_id text not null references therapist,
      revision integer not null,
      state jsonb not null,
      head_hash text not null,
      head_at bigint not null,
      is_open boolean not null,
      scheduled_at bigint not null
    );
    create index session_by_therapist on session (therapist_id, scheduled_at desc);
    create index session_open on session (session_id) where is_open;
    create table event (
      session_id text not null references session,
      seq integer not null,
      type text not null,
      recorded text not null,
      hash text not null,
      primary key (session_id, seq)
    );
    create table command (
      session_id text not null references session,
      command_id text not null,
      revision integer not null,
      primary key (session_id, command_id)
    );
    create table invite (
      invite_id text primary key,
      session_id text not null references session,
      role text not null check (role in ('client', 'chaperone')),
      token_hash text not null unique,
      created_at bigint not null,
      expires_at bigint not null,
      used_at bigint,
      revoked_at bigint
    );
    create index invite_by_session on invite (session_id, role);
    create table place (
      secret_hash text primary key,
      session_id text not null references session,
      role text not null check (role in ('client', 'chaperone')),
      request_id text not null unique,
      held_since bigint,
      ended_at bigint,
      created_at bigint not null,
      expires_at bigint not null
    );
    -- One browser holds a place: the database itself keeps it so (IN3).
    create unique index place_held on place (session_id, role)
      where held_since is not null and ended_at is null;

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the record is append-only';
    end $$;
    create trigger event_append_only before update or delete on event
      for each row execute function refuse_change();
    create trigger event_no_truncate before truncate on event
      for each statement execute function refuse_change();
  `.execute(db);
}
