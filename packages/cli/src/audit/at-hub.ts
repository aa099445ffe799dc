import { createInterface } from 'node:readline/promises'
import { notFound } from '@unwash/core/error'
import { plain } from '@unwash/core/text/foreign'
import { readAddress } from '@unwash/sources/hub/address'
import { endpointOf, namedEndpoint } from '@unwash/sources/hub/endpoint'

/** Asks whoever sits there, and gives what was typed; null where nobody does. */
export type Ask = ((question: string) => Promise<string>) | null

/**
 * What to read where `org/model` was typed and no folder is of that name: on a terminal, what the hub has of it if that
 * is meant; else only what says so. Nothing that is typed becomes a request by mistake.
 */
export async function meantAtHub(
  target: string,
  { offline = false, ask = asking() }: { readonly offline?: boolean | undefined; readonly ask?: Ask } = {},
): Promise<string> {
  if (offline || /^(?:hf:|https?:)/i.test(target) || !(await readAddress(target, namedEndpoint(process.env))))
    return target
  const { host } = new URL(endpointOf(process.env))
  const answer = await ask?.(`unwash: no folder is called ${plain(target)}. Ask ${host} for the model? [Y/n] `)
  if (answer !== undefined && /^(?:y(?:es)?)?$/i.test(answer.trim())) return `hf:${target}`
  const todo = `give hf:${target} to ask ${host} for the model, or the path of a folder`
  throw notFound('no folder is called', target, todo)
}

function asking(): Ask {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null
  return async question => {
    const reading = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return await reading.question(question)
    } finally {
      reading.close()
    }
  }
}
