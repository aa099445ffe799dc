import { expect, test } from 'vitest'
import { placeAt } from '../../src/hub/kept.ts'

test('what came over a connection that anybody may change is kept apart from what did not', () => {
  const at = (endpoint: string) => placeAt(endpoint, { kind: 'model', id: 'marsh/heron' }).join('/')
  expect(at('https://hub.example')).toBe('hub/hub.example/models/marsh/heron')
  expect(at('http://hub.example')).toBe('hub/http..hub.example/models/marsh/heron')
  expect(at('http://hub.example:8080/mirror')).toBe('hub/http..hub.example_8080_mirror/models/marsh/heron')
})
