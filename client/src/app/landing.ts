/** Where a sign-in link leads: a path of ours, never another site. */
export function landingPath(to: string | null): string {
  return to !== null && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/sessions';
}
