import { UnwashError } from '../../error.ts'
import type { Client } from '../http/client.ts'
import { JSON_BYTES } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { Address } from './address.ts'
import { apiPath } from './info.ts'

/** What else may be at a hub under a name: the path to ask, what it is, and what to give in place of the name. */
const repositories = (id: string, kind: Address['kind'], endpoint: string) =>
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
  { kind, id }: Address,
  cause: unknown,
): Promise<UnwashError | null> {
  const others = id.includes('/') ? repositories(id, kind, client.endpoint) : accounts(id)
  for (const [path = '', what = '', todo = ''] of others) {
    try {
      await client.get(path, { most: JSON_BYTES })
      const host = new URL(client.endpoint).host
      return new UnwashError(`no ${kind}, but ${what}, is at ${host} under the name`, id, todo, 'invalid', cause)
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
