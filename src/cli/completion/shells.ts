/** Shells that a script of completion can be had for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
