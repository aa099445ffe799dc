import { expect, test } from 'vitest'
import { decoded, isLoopback } from '../../src/text/address.ts'

test.each(['localhost', 'localhost:5000', '127.0.0.1', '127.1.2.3:11434', '::1', '[::1]', '[::1]:8080'])(
  '%s is this machine',
  host => expect(isLoopback(host)).toBe(true),
)

test.each(['localhost.hedge.example', '127.hedge.example', '127.0.0.1.hedge.example', '0.0.0.0', '[::2]', '1.127.0.0'])(
  '%s is not',
  host => expect(isLoopback(host)).toBe(false),
)

test('a part of an address that is not well written stays as it is', () =>
  expect(['a%20b', '100%'].map(decoded)).toEqual(['a b', '100%']))
