/** An answer of the API other than success: Toxiproxy's words and status. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toJSON(): object {
    return { error: this.message, status: this.status };
  }
}

export const badRequestBody = (why: string): ApiError => new ApiError(400, `bad request body: ${why}`);
export const missingField = (name: string): ApiError => new ApiError(400, `missing required field: ${name}`);
