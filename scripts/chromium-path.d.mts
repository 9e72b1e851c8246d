// The types of chromium-path.mjs.
export declare const chromiumPath: () => string | undefined;
export declare const chromiumArgs: string[];
