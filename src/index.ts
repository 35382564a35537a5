export const a: number = 1; export type { AxiosInstance } from "axios"
