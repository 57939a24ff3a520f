import { S3Client } from '@aws-sdk/client-s3';
import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';
import type { Bucket } from './bucket.ts';

/** A bucket; nothing in it has an address that works without a key. */
export function openDisk({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): Disk {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Stores that are not Amazon's do not know its newer check sums; TLS and our digests stand for them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
  });
  return new Disk(new S3Driver({ client, bucket, supportsACL: false, visibility: 'private' }));
}
