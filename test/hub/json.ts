import type { IncomingMessage, ServerResponse } from 'node:http'

export function sendJson(response: ServerResponse, value: unknown) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

export function refuse(response: ServerResponse, status: number, code?: string, message = 'Not found') {
  const headers = { ...(code ? { 'x-error-code': code } : {}), 'x-error-message': message }
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify({ error: message }))
}

/** The body of a request: JSON, or a form, as the hub's clients send either. */
export async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = ''
  for await (const piece of request) text += String(piece)
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text)
  const form = new URLSearchParams(text)
  return Object.fromEntries([...new Set(form.keys())].map(key => [key, form.getAll(key)]))
}
