// Writes down what a process writes into the files of a folder, and when it has waited for the disk.
//
// Loaded with LD_PRELOAD. The folder is named by STATELINE_SHIM_FOLDER, what is written down goes into the file
// that STATELINE_SHIM_JOURNAL names. Each record is a kind (W: written, T: cut to a length, S: synchronised,
// U: removed), the length of the file's name, an offset, and the length of the data, as one byte and three
// 64-bit integers in the machine's order, followed by name and data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t written = syscall(SYS_write, journal, at, length);
    if (written <= 0) abort();
    at += written;
    length -= (size_t)written;
  }
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
  const char *folder = getenv("STATELINE_SHIM_FOLDER");
  if (!folder || strncmp(path, folder, strlen(folder)) != 0) return;
  const char *name = strrchr(path, '/') + 1;
  uint64_t numbers[3] = {strlen(name), offset, length};
  pthread_mutex_lock(&lock);
  if (journal < 0) journal = (int)syscall(SYS_openat, AT_FDCWD, getenv("STATELINE_SHIM_JOURNAL"),
                                          O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (journal < 0) abort();
  put(&kind, 1);
  put(numbers, sizeof numbers);
  put(name, strlen(name));
  put(data, length);
  pthread_mutex_unlock(&lock);
}

static void record_fd(char kind, int fd, uint64_t offset, const void *data, uint64_t length) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t read = readlink(link, path, sizeof path - 1);
  if (read <= 0) return;
  path[read] = 0;
  record(kind, path, offset, data, length);
}

ssize_t write(int fd, const void *data, size_t length) {
  off_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t written = syscall(SYS_write, fd, data, length);
  if (written > 0 && offset >= 0) record_fd('W', fd, (uint64_t)offset, data, (uint64_t)written);
  return written;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  ssize_t written = syscall(SYS_pwrite64, fd, data, length, offset);
  if (written > 0) record_fd('W', fd, (uint64_t)offset, data, (uint64_t)written);
  return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

int ftruncate64(int fd, off64_t length) {
  int done = (int)syscall(SYS_ftruncate, fd, length);
  if (done == 0) record_fd('T', fd, (uint64_t)length, "", 0);
  return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int fsync(int fd) {
  int done = (int)syscall(SYS_fsync, fd);
  if (done == 0) record_fd('S', fd, 0, "", 0);
  return done;
}

int fdatasync(int fd) {
  int done = (int)syscall(SYS_fdatasync, fd);
  if (done == 0) record_fd('S', fd, 0, "", 0);
  return done;
}

int unlink(const char *path) {
  int done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (done == 0) record('U', path, 0, "", 0);
  return done;
}
