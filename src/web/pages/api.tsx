import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A schema, as far as it is told here. */
interface Schema {
  readonly $ref?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly description?: string | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: readonly string[] | undefined
}

/** What is asked in one way, and what comes back. */
interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

/** A description of an API as OpenAPI has it. */
export interface Described {
  readonly info: { readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The API for people: what the description of it says, in the same order. */
export function apiPage(api: Described): WebPage {
  return {
    frame: { title: 'API', description: 'What can be asked of this server by a program.', address: ADDRESSES.api },
    content: <Body api={api} />,
  }
}

function Body({ api }: { api: Described }) {
  const { link } = useSetting()
  return (
    <>
      <h1>API</h1>
      <p class="lead">{api.info.description}</p>
      <p>
        The same for programs: <a href={link(ADDRESSES.openapi)}>openapi.json</a>. Whatever is read has an ETag. What is
        wrong is answered with a status and <code>{'{"error": "a sentence"}'}</code>.
      </p>
      {Object.entries(api.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => (
          <One key={method + path} api={api} path={path} method={method} operation={operation} />
        )),
      )}
    </>
  )
}

function One(props: { api: Described; path: string; method: string; operation: Operation }) {
  const { api, path, method, operation } = props
  const { summary = '', description, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  const taken = body?.$ref ? api.components.schemas[body.$ref.replace(/^.*\//, '')] : body
  const inBody = Object.entries(taken?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'body',
    required: taken?.required?.includes(name) ?? false,
    schema,
  }))
  return (
    <section>
      <h2>{summary}</h2>
      <p>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description ? <p>{description}</p> : null}
      <ul>
        {[...parameters, ...inBody].map(({ name, in: where, required, schema }) => (
          <li key={name}>
            <code>{name}</code> in the {where}
            {required ? ', needed' : ''}
            {schema?.description ? `: ${schema.description}` : ''}
            {schema?.enum ? <div>{schema.enum.join(', ')}</div> : null}
          </li>
        ))}
      </ul>
      <p class="small">
        {Object.entries(responses).map(([status, { description: says }]) => (
          <span key={status}>
            <code>{status}</code> {says}.{' '}
          </span>
        ))}
      </p>
    </section>
  )
}
