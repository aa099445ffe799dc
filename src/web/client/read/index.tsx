import { mount } from '../mount.ts'
import { Reader } from './reader.tsx'

mount('reader', <Reader />)
