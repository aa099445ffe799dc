import { UnwashError } from '@unwash/core/error'
import { expect, test } from 'vitest'
import { HubTrouble, mayPass } from '../src/http/trouble.ts'
import { sourceOf } from '../src/place.ts'

test.each([
  [{ status: 404 }, 'not-found', false],
  [{ status: 410 }, 'not-found', false],
  [{ status: 401 }, 'refused', false],
  [{ status: 403 }, 'refused', false],
  [{ status: 429 }, 'network', true],
  [{ status: 503, passing: true }, 'network', true],
  [{ passing: true }, 'network', true],
  [{ status: 400 }, 'unreadable', false],
  [{}, 'unreadable', false],
])('a place that answers %j is trouble of the kind %s', async (about, code, passing) => {
  const source = sourceOf({
    id: 'registry',
    called: 'the marsh',
    none: ['nothing is at', 'give marsh:name'],
    readAddress: target => target,
    read: () => Promise.reject(new HubTrouble('it is silent', about)),
    explain: () => null,
    endpoint: () => 'https://marsh.example',
  })
  const error = await source.open('marsh:heron').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code, what: 'cannot read at marsh.example', todo: 'it is silent; try again later' })
  expect(error instanceof UnwashError && mayPass(error)).toBe(passing)
  await expect(source.open('marsh:heron', { offline: true })).rejects.toMatchObject({ code: 'invalid' })
})
