/** Faults that concern several keys at once; kept apart so that they are found even when a single key is bad too. */
export function crossFaults(given: Record<string, string | undefined>): string[] {
  return [
    ...livekitFaults(given),
    ...twilioFaults(given),
    ...(given['NODE_ENV'] === 'production' ? productionFaults(given) : []),
  ];
}

const livekitKeys = ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'];

function livekitFaults(given: Record<string, string | undefined>): string[] {
  const missing = livekitKeys.filter((key) => given[key] === undefined);
  const anyGiven = missing.length < livekitKeys.length || given['LIVEKIT_API_URL'] !== undefined;
  // Production asks for each of them below, in its own words.
  if (!anyGiven || given['NODE_ENV'] === 'production') return [];
  return missing.map(
    (key) =>
      `${key} is missing: give all of ${livekitKeys.join(', ')}, or none for a local LiveKit`,
  );
}

const twilioKeys = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'];

function twilioFaults(given: Record<string, string | undefined>): string[] {
  const missing = twilioKeys.filter((key) => given[key] === undefined);
  if (missing.length === 0 || missing.length === twilioKeys.length) return [];
  return missing.map(
    (key) =>
      `${key} is missing: give all of ${twilioKeys.join(', ')}, or none for no text messages and calls`,
  );
}

function productionFaults(given: Record<string, string | undefined>): string[] {
  const faults = ['DATABASE_URL', ...livekitKeys]
    .filter((key) => given[key] === undefined)
    .map((key) => `${key} is required when NODE_ENV is production`);
  if (given['PUBLIC_URL'] === undefined) {
    faults.push('PUBLIC_URL is required when NODE_ENV is production');
  } else if (given['PUBLIC_URL'].startsWith('http:')) {
    // Cameras and secure cookies do not work over plain http anywhere but on localhost.
    faults.push(
      `PUBLIC_URL must be an https address when NODE_ENV is production, not "${given['PUBLIC_URL']}"`,
    );
  }
  if (given['CLOCK_SHIFT_FILE'] !== undefined) {
    faults.push('CLOCK_SHIFT_FILE is for tests: no real session may run on a shifted clock');
  }
  if (given['LIVEKIT_URL']?.startsWith('ws:')) {
    faults.push(
      `LIVEKIT_URL must be a wss address when NODE_ENV is production, not "${given['LIVEKIT_URL']}"`,
    );
  }
  return faults;
}
