import manifest from '../../package.json' with { type: 'json' };

/** The release of Vigie that runs. */
export const version: string = manifest.version;
