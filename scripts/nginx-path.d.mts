// The types of nginx-path.mjs.
export declare const nginxPath: () => string | undefined;
