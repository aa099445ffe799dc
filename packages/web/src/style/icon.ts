/** The icon: a line that is read, between two that are not. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#1f1d1a"/>
<path d="M7 10h18M7 22h18" stroke="#a9a199" stroke-width="2.5"/><path d="M7 16h11" stroke="#fdecc0" stroke-width="4"/>
</svg>
`
