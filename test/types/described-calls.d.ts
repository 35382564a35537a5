/** The compiler's options for the program. */
export declare const compilerOptions: object;
/** A described call a line. */
export declare const program: (kennel: string) => string;
/** The calls whose error is not as it should be. */
export declare function wrongErrors(output: string): string[];
