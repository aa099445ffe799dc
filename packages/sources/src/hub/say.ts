import { type ErrorCode, invalid, UnwashError } from '@unwash/core/error'
import type { Client } from '../http/client.ts'
import { JSON_BYTES } from '../http/limits.ts'
import { codeOf, HubTrouble } from '../http/trouble.ts'
import type { HubAddress } from './address.ts'
import { apiPath } from './info.ts'

/** what the Hub says of one that it has closed; it has no code for it */
const CLOSED = /access to this resource is disabled/i

/** Trouble with a whole repository, as a sentence for who asked for it. Anything else stays what it is. */
export function explain(error: unknown, address: HubAddress, endpoint: string, hasToken: boolean): unknown {
  if (!(error instanceof HubTrouble)) return error
  const { kind, id, revision } = address
  const host = new URL(endpoint).host
  const page = `${endpoint}/${kind === 'dataset' ? 'datasets/' : ''}${id}`
  const say = (what: string, where: string, todo: string, code: ErrorCode) =>
    new UnwashError(what, where, todo, code, error)
  if (
    error.code === 'RevisionNotFound' ||
    (error.status === 404 && revision !== null && error.code !== 'RepoNotFound')
  ) {
    return say(
      `no revision "${revision ?? ''}" at ${host} of the ${kind}`,
      id,
      'give a branch, a tag or a commit',
      'not-found',
    )
  }
  // the Hub does not tell strangers a private repository from none
  if (error.status === 404 || error.code === 'RepoNotFound') {
    const token = hasToken ? '' : '; of a private one give a token as HF_TOKEN'
    return say(`no folder, and no ${kind} at ${host}, called`, id, `check the name${token}`, 'not-found')
  }
  if (error.code === 'Disabled' || CLOSED.test(error.message))
    return say(`${host} has closed the ${kind}`, id, `see ${page}`, 'refused')
  if (error.status === 403 || error.code === 'GatedRepo')
    return say(`${host} refuses the ${kind}`, id, `ask for access at ${page}`, 'refused')
  if (error.status === 401) {
    const todo = hasToken ? 'check the token in HF_TOKEN' : 'check the name, or give a token as HF_TOKEN'
    return say(`${host} refuses the ${kind}`, id, todo, 'refused')
  }
  const again =
    error.status === 429
      ? 'a token as HF_TOKEN raises the limit'
      : 'try again later, or with --offline if it was read before'
  return say(`cannot read the ${kind} at ${host}`, id, `${error.message}; ${again}`, 'network')
}

/** Trouble with a list of models, in the same way. */
export function explainList(error: unknown, endpoint: string): unknown {
  if (!(error instanceof HubTrouble)) return error
  const todo = error.status === 400 ? 'check what is asked' : 'try again later'
  const what = 'no list of models could be read at'
  return new UnwashError(
    what,
    new URL(endpoint).host,
    `${error.message}; ${todo}`,
    error.status === 400 ? 'invalid' : codeOf(error),
    error,
  )
}

/** What else may be at a hub under a name: the path to ask, what it is, and what to give in place of the name. */
const repositories = (id: string, kind: HubAddress['kind'], endpoint: string) =>
  [
    [apiPath({ kind: 'model', id }), 'a model', `give hf:${id}`],
    [apiPath({ kind: 'dataset', id }), 'a dataset', `give hf:datasets/${id}`],
    [`/api/spaces/${id}`, 'a program', `give ${endpoint}/spaces/${id}`],
  ].filter(([path]) => path !== apiPath({ kind, id }))

const accounts = (name: string) =>
  ['organizations', 'users'].map(kind => [
    `/api/${kind}/${name}/overview`,
    kind === 'users' ? 'a person' : 'an organization',
    `give one of the models there as hf:${name}/MODEL, or survey hub:author=${name}`,
  ])

/** What a name is at a hub, where it is no repository of its kind; null where the hub knows nothing of that name. */
export async function somethingElse(
  client: Client,
  { kind, id }: HubAddress,
  cause: unknown,
): Promise<UnwashError | null> {
  const others = id.includes('/') ? repositories(id, kind, client.endpoint) : accounts(id)
  for (const [path = '', what = '', todo = ''] of others) {
    try {
      await client.get(path, { most: JSON_BYTES })
      const host = new URL(client.endpoint).host
      return invalid(`no ${kind}, but ${what}, is at ${host} under the name`, id, todo, cause)
    } catch (error) {
      // it only makes an error plainer: no trouble of its own
      if (!(error instanceof HubTrouble)) throw error
    }
  }
  return null
}

/** Whether a hub says that it has no such repository. It does not tell strangers a private one from none. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof HubTrouble && (error.code === 'RepoNotFound' || (error.code === null && error.status === 404))
