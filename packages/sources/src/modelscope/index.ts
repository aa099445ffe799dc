import { ENTRIES } from '@unwash/core/release/limits'
import type { Release } from '@unwash/core/release/release'
import * as z from 'zod'
import { gatherFiles } from '../files/gather.ts'
import { sha256In } from '../hash.ts'
import { beginningsOf } from '../http/beginnings.ts'
import type { Client } from '../http/client.ts'
import { askJson, maybe } from '../http/json.ts'
import { HubTrouble } from '../http/trouble.ts'
import { type HubTree, listingOf } from '../hub/tree.ts'
import { sourceOf, strangerAt } from '../place.ts'
import type { OpenOptions, Source } from '../source.ts'
import { BRANCH, type ModelscopeAddress, readAddress } from './address.ts'

/** A model at ModelScope (`ms:org/name`), file by file, as its own client asks for them. */
export const modelscope: Source = sourceOf<ModelscopeAddress>({
  id: 'modelscope',
  called: 'ModelScope',
  none: ['no model at ModelScope is named by', 'give ms:org/model'],
  readAddress,
  read,
  explain,
  named: ({ id }) => id,
  endpoint: ({ endpoint }) => endpoint,
})

function explain({ status, message }: HubTrouble, { endpoint }: ModelscopeAddress): readonly [string, string] {
  const { host } = new URL(endpoint)
  return status === 404
    ? [`no model at ${host} is called`, 'check the name and the revision']
    : [`cannot read the model at ${host}`, `${message}; try again later`]
}

async function read({ endpoint, id, revision }: ModelscopeAddress, options: OpenOptions): Promise<Release> {
  const client = strangerAt(endpoint, options)
  const [publisher = null, name = ''] = id.split('/')
  const asked = `/api/v1/models/${id}/repo`
  const tree = await listed(client, `${asked}/files?Revision=${encodeURIComponent(revision)}&Recursive=True`)
  const reader = beginningsOf(tree.files, (path, asking) => {
    const query = `Revision=${encodeURIComponent(revision)}&FilePath=${encodeURIComponent(path)}`
    return client.get(`${asked}?${query}`, asking)
  })
  const gathered = await gatherFiles(listingOf(tree), reader, options.signal)
  return {
    name,
    publisher,
    source: 'modelscope',
    place: `${endpoint}/models/${id}`,
    // a branch is no revision: what it leads to is not told by the list
    revision: revision === BRANCH ? null : revision,
    ...gathered,
  }
}

const Files = z.object({
  Code: z.number(),
  Message: maybe(z.string()),
  Data: z
    .object({
      Files: z
        .array(
          z.object({
            Path: z.string(),
            Type: z.string(),
            Size: maybe(z.number().nonnegative()),
            Sha256: maybe(z.string()),
          }),
        )
        .nullish(),
    })
    .nullish(),
})

/** Every file, folders left out. */
async function listed(client: Client, path: string): Promise<HubTree> {
  const { Code, Message, Data } = (await askJson(client, path, Files, 'a list of files')).data
  // trouble comes with a status of its own inside an answer that succeeds
  if (Code !== 200)
    throw new HubTrouble(`it says ${Code}${Message ? `, ${Message.slice(0, 200)}` : ''}`, { status: Code })
  const files = (Data?.Files ?? []).filter(({ Type }) => Type !== 'tree')
  return {
    files: files.slice(0, ENTRIES).map(({ Path, Size, Sha256 }) => [Path, Size ?? null, sha256In(Sha256)]),
    rest: files.length > ENTRIES ? 'the repository has too many files' : null,
  }
}
