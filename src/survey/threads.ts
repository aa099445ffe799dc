/** by which Node.js takes modules through `require`, from 20.19 on */
const FLAG = '--experimental-require-module'

/**
 * The flags that a thread starts with. One that is ended while `require` puts a module's parts together takes the whole
 * process with it ("IsGraphAsync must be used on an instantiated module"); one that imports them ends quietly. The
 * pool's threads try `require` first, unless it takes no modules.
 */
export const threadFlags = (): string[] => [
  ...process.execArgv,
  ...(process.allowedNodeEnvironmentFlags.has(FLAG) ? [FLAG.replace('--', '--no-')] : []),
]
