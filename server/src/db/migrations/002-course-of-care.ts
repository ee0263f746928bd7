import { sql, type Kysely } from 'kysely';

/** One kind of record for sessions and courses of care: a stream of events with its head. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stream (
      stream_id text primary key,
      kind text not null check (kind in ('session', 'care')),
      revision integer not null,
      state jsonb not null,
      state_version integer not null,
      head_hash text not null,
      head_at bigint not null
    );
    insert into stream
      select session_id, 'session', revision, state, 1, head_hash, head_at from session;

    create table client (
      client_id text primary key references stream,
      therapist_id text not null references therapist
    );
    create index client_by_therapist on client (therapist_id);

    alter table session add column client_id text references client;
    alter table session add column kind text;
    alter table session add column phase text;
    update session set kind = state ->> 'kind', phase = state ->> 'phase';
    alter table session
      alter column kind set not null,
      alter column phase set not null,
      drop column revision, drop column state, drop column head_hash, drop column head_at,
      add foreign key (session_id) references stream;
    create index session_by_client on session (client_id);

    alter table event drop constraint event_session_id_fkey;
    alter table event rename column session_id to stream_id;
    alter table event add foreign key (stream_id) references stream;
    alter table command drop constraint command_session_id_fkey;
    alter table command rename column session_id to stream_id;
    alter table command add foreign key (stream_id) references stream;

    alter table practice add column policy jsonb;

    -- The head of a record as it was signed: at closing, at each addendum, at each export (RC3).
    create table seal (
      session_id text not null references session,
      seq integer not null,
      hash text not null,
      sealed_at bigint not null,
      public_key text not null,
      signature text not null,
      primary key (session_id, seq)
    );
    create trigger seal_append_only before update or delete on seal
      for each row execute function refuse_change();
    create trigger seal_no_truncate before truncate on seal
      for each statement execute function refuse_change();

    -- Who looked at what (RC5).
    create table access (
      access_id bigint generated always as identity primary key,
      at bigint not null,
      therapist_id text not null references therapist,
      client_id text,
      session_id text,
      what text not null
    );
    create index access_by_session on access (session_id);
    create index access_by_client on access (client_id);
    create trigger access_append_only before update or delete on access
      for each row execute function refuse_change();
    create trigger access_no_truncate before truncate on access
      for each statement execute function refuse_change();
  `.execute(db);
}
