import { spawnSync } from 'node:child_process';

/** How to start a program so that it does not run as root. */
export type Unprivileged = Readonly<{
  prefix: readonly string[];
  /** Who must own the files that the program works on. */
  owner: number | undefined;
  /** For `spawn`: the user to become. */
  as: Readonly<{ uid?: number; gid?: number }>;
}>;

const nobody = 65_534;
const asOurselves: Unprivileged = { prefix: [], owner: undefined, as: {} };

/**
 * PostgreSQL refuses to run as root. Three ways around it that need no user account: the first
 * keeps the files root's own; the second works in containers that forbid user namespaces; the
 * third has no need of Linux tools, but of a folder that everybody may enter.
 */
const waysOfRoot: readonly Unprivileged[] = [
  { prefix: ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`], owner: 0, as: {} },
  {
    prefix: [
      'setpriv',
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      '--clear-groups',
      // Else it could not enter a folder that only root may enter, such as root's home.
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
    owner: nobody,
    as: {},
  },
  { prefix: [], owner: nobody, as: { uid: nobody, gid: nobody } },
];

/**
 * The first way that can run `program` and enter `folder` without being root.
 * @throws Error, for people, when we are root and none can.
 */
export function findUnprivileged(program: string, folder: string, ways = waysOfRoot): Unprivileged {
  if (process.getuid?.() !== 0) return asOurselves;
  const probe = ['-c', '[ "$(id -u)" -ne 0 ] && cd "$1" && "$2" --version', 'sh', folder, program];
  for (const way of ways) {
    const [command = 'sh', ...args] = [...way.prefix, 'sh', ...probe];
    if (spawnSync(command, args, { ...way.as, stdio: 'ignore' }).status === 0) return way;
  }
  throw new Error(
    'The embedded PostgreSQL refuses to run as root, and this machine offers no way to run it as another user ' +
      '(tried: unshare, setpriv, user 65534). Start Sojourn as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}
