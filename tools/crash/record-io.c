/*
 * Records what a process does to the files below one folder, so that a power cut can be replayed at any point of it.
 * Loaded with LD_PRELOAD. Linux only; single steps are serialised, so that the trace is the order that happened.
 *
 *   RECORD_ROOT   the folder that is watched
 *   RECORD_TRACE  the file the trace is appended to; without it nothing is recorded
 *   RECORD_MARKS  a file whose writes become marks: "this sale was acknowledged here"
 *   RECORD_KILL   "log:sync:3:before" ends the process with SIGKILL before its third sync of the log
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { START = 1, OPEN, WRITE, TRUNCATE, SYNC, UNLINK, RENAME, MAKE_FOLDER, SYNC_FOLDER, MARK };
enum { MAX_FD = 4096 };

typedef struct {
  enum { NOTHING, FILE_, FOLDER, MARKS } kind;
  uint32_t serial;
  char *path;
} Handle;

typedef struct {
  uint8_t op;
  uint8_t created;
  uint16_t path_length;
  uint32_t serial;
  int64_t offset;
  uint32_t length;
} __attribute__((packed)) Record;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Handle handles[MAX_FD];
static uint32_t last_serial = 0;
static int trace = -1;
static char root[PATH_MAX], marks[PATH_MAX];
static char kill_file[32], kill_op[32], kill_when[16];
static long kill_count = 0;

#define REAL(result, name, ...)                                    \
  static result (*real_##name)(__VA_ARGS__) = NULL;                \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

static int below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static void absolute(int folder, const char *path, char *out) {
  char base[PATH_MAX];
  if (path[0] == '/') {
    snprintf(out, PATH_MAX, "%s", path);
    return;
  }
  if (folder == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) base[0] = 0;
  } else {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    base[length > 0 ? length : 0] = 0;
  }
  if ((size_t)snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) out[0] = 0;
}

static void put(uint8_t op, uint8_t created, uint32_t serial, int64_t offset, const char *path, const void *data,
                uint32_t length) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  if (trace < 0) return;
  uint16_t path_length = path ? (uint16_t)strlen(path) : 0;
  Record record = {op, created, path_length, serial, offset, length};
  struct iovec parts[3] = {{&record, sizeof record}, {(void *)path, path_length}, {(void *)data, length}};
  ssize_t wanted = (ssize_t)(sizeof record + path_length + length);
  if (real_writev(trace, parts, 3) != wanted) abort();
}

__attribute__((constructor)) static void begin(void) {
  REAL(int, open, const char *, int, ...);
  const char *folder = getenv("RECORD_ROOT"), *file = getenv("RECORD_TRACE"), *mark = getenv("RECORD_MARKS"),
             *death = getenv("RECORD_KILL");
  if (folder) snprintf(root, sizeof root, "%s", folder);
  if (mark) snprintf(marks, sizeof marks, "%s", mark);
  if (death) sscanf(death, "%31[^:]:%31[^:]:%ld:%15s", kill_file, kill_op, &kill_count, kill_when);
  if (!file) return;
  trace = real_open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  put(START, 0, 0, 0, NULL, NULL, 0);
}

static int ends_with(const char *path, const char *end) {
  size_t a = strlen(path), b = strlen(end);
  return a >= b && strcmp(path + a - b, end) == 0;
}

static const char *name_of(const char *path) {
  if (strstr(path, "/backups/")) return "backup";
  if (ends_with(path, "-wal")) return "log";
  if (strstr(path, ".witness")) return "witness";
  if (ends_with(path, ".db") || ends_with(path, ".db.new")) return "database";
  return "other";
}

/* Counts the steps of the kind that ends the process, and ends it there. */
static int is_last_step(const char *path, const char *op) {
  if (kill_count <= 0 || strcmp(op, kill_op) != 0 || strcmp(name_of(path), kill_file) != 0) return 0;
  return --kill_count == 0;
}

static void die_if(int last, const char *when) {
  if (last && strcmp(when, kill_when) == 0) kill(getpid(), SIGKILL);
}

static void forget(int fd) {
  if (fd < 0 || fd >= MAX_FD || handles[fd].kind == NOTHING) return;
  free(handles[fd].path);
  handles[fd] = (Handle){NOTHING, 0, NULL};
}

static Handle *watched(int fd) {
  return fd >= 0 && fd < MAX_FD && handles[fd].kind != NOTHING ? &handles[fd] : NULL;
}

/* Two handles of one file must be one file in the trace: the newest serial of the same inode is used again. */
static struct {
  dev_t dev;
  ino_t ino;
  uint32_t serial;
} known[MAX_FD];
static int known_count = 0;

static uint32_t serial_of(const struct stat *about, int created) {
  for (int i = known_count - 1; i >= 0 && !created; i--)
    if (known[i].dev == about->st_dev && known[i].ino == about->st_ino) return known[i].serial;
  if (known_count == MAX_FD) abort();
  known[known_count].dev = about->st_dev;
  known[known_count].ino = about->st_ino;
  known[known_count].serial = ++last_serial;
  return known[known_count++].serial;
}

typedef int (*RealOpen)(int, const char *, int, mode_t);

static int opened(RealOpen really, int folder, const char *path, int flags, mode_t mode) {
  char full[PATH_MAX];
  struct stat before, after;
  absolute(folder, path, full);
  if (!below(full, root) && strcmp(full, marks) != 0) {
    int fd = really(folder, path, flags, mode);
    if (fd >= 0 && fd < MAX_FD && handles[fd].kind != NOTHING) {
      pthread_mutex_lock(&lock);
      forget(fd);
      pthread_mutex_unlock(&lock);
    }
    return fd;
  }
  pthread_mutex_lock(&lock);
  int existed = stat(full, &before) == 0;
  int fd = really(folder, path, flags, mode), error = errno;
  if (fd >= 0 && fd < MAX_FD && fstat(fd, &after) == 0) {
    forget(fd);
    Handle *handle = &handles[fd];
    handle->path = strdup(full);
    if (strcmp(full, marks) == 0) handle->kind = MARKS;
    else if (S_ISDIR(after.st_mode)) handle->kind = FOLDER;
    else {
      handle->kind = FILE_;
      handle->serial = serial_of(&after, !existed);
      put(OPEN, !existed, handle->serial, 0, full, NULL, 0);
      if (existed && (flags & O_TRUNC)) put(TRUNCATE, 0, handle->serial, 0, NULL, NULL, 0);
    }
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

static int really_open(int folder, const char *path, int flags, mode_t mode) {
  REAL(int, openat64, int, const char *, int, ...);
  return real_openat64(folder, path, flags, mode);
}

#define MODE_OF(flags)                              \
  mode_t mode = 0;                                  \
  if ((flags) & O_CREAT) {            \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode = (mode_t)va_arg(rest, int);               \
    va_end(rest);                                   \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(really_open, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(really_open, AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(really_open, folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(really_open, folder, path, flags, mode);
}

int close(int fd) {
  REAL(int, close, int);
  pthread_mutex_lock(&lock);
  forget(fd);
  pthread_mutex_unlock(&lock);
  return real_close(fd);
}

/* `offset` below zero: where the handle stands. */
static void wrote(Handle *handle, int fd, int64_t offset, const void *data, ssize_t length) {
  if (handle->kind == MARKS) put(MARK, 0, 0, 0, NULL, data, (uint32_t)length);
  if (handle->kind != FILE_) return;
  if (offset < 0) offset = lseek(fd, 0, SEEK_CUR) - length;
  put(WRITE, 0, handle->serial, offset, NULL, data, (uint32_t)length);
}

#define RECORDED_WRITE(fd, offset, data, call)                     \
  pthread_mutex_lock(&lock);                                       \
  Handle *handle = watched(fd);                                    \
  int last = handle && is_last_step(handle->path, "write");        \
  die_if(last, "before");                                          \
  ssize_t done = call;                                             \
  int error = errno;                                               \
  if (handle && done > 0) wrote(handle, fd, offset, data, done);   \
  die_if(last, "after");                                           \
  pthread_mutex_unlock(&lock);                                     \
  errno = error;                                                   \
  return done

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (!watched(fd)) return real_write(fd, data, length);
  RECORDED_WRITE(fd, -1, data, real_write(fd, data, length));
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (!watched(fd)) return real_pwrite64(fd, data, length, offset);
  RECORDED_WRITE(fd, offset, data, real_pwrite64(fd, data, length, offset));
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (!watched(fd)) return real_pwrite64(fd, data, length, offset);
  RECORDED_WRITE(fd, offset, data, real_pwrite64(fd, data, length, offset));
}

/* Many small pieces at once: recorded as the pieces they are. */
static ssize_t wrote_pieces(int fd, const struct iovec *pieces, int count, int64_t offset, ssize_t done) {
  Handle *handle = watched(fd);
  if (handle && handle->kind == FILE_ && offset < 0) offset = lseek(fd, 0, SEEK_CUR) - done;
  ssize_t left = done;
  for (int i = 0; handle && i < count && left > 0; i++) {
    ssize_t length = left < (ssize_t)pieces[i].iov_len ? left : (ssize_t)pieces[i].iov_len;
    wrote(handle, fd, offset, pieces[i].iov_base, length);
    offset += length;
    left -= length;
  }
  return done;
}
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  if (!watched(fd)) return real_writev(fd, pieces, count);
  pthread_mutex_lock(&lock);
  ssize_t done = wrote_pieces(fd, pieces, count, -1, real_writev(fd, pieces, count));
  pthread_mutex_unlock(&lock);
  return done;
}
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t offset) {
  REAL(ssize_t, pwritev64, int, const struct iovec *, int, off64_t);
  if (!watched(fd)) return real_pwritev64(fd, pieces, count, offset);
  pthread_mutex_lock(&lock);
  ssize_t done = wrote_pieces(fd, pieces, count, offset, real_pwritev64(fd, pieces, count, offset));
  pthread_mutex_unlock(&lock);
  return done;
}
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset) {
  return pwritev64(fd, pieces, count, offset);
}

static int cut(int fd, off64_t size) {
  REAL(int, ftruncate64, int, off64_t);
  if (!watched(fd)) return real_ftruncate64(fd, size);
  pthread_mutex_lock(&lock);
  Handle *handle = watched(fd);
  int last = handle && is_last_step(handle->path, "truncate");
  die_if(last, "before");
  int done = real_ftruncate64(fd, size), error = errno;
  if (handle && done == 0 && handle->kind == FILE_) put(TRUNCATE, 0, handle->serial, size, NULL, NULL, 0);
  die_if(last, "after");
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

typedef int (*RealSync)(int);

static int synced(RealSync really, int fd) {
  if (!watched(fd)) return really(fd);
  pthread_mutex_lock(&lock);
  Handle *handle = watched(fd);
  int last = handle && is_last_step(handle->path, "sync");
  die_if(last, "before");
  int done = really(fd), error = errno;
  if (handle && done == 0 && handle->kind == FILE_) put(SYNC, 0, handle->serial, 0, NULL, NULL, 0);
  if (handle && done == 0 && handle->kind == FOLDER) put(SYNC_FOLDER, 0, 0, 0, handle->path, NULL, 0);
  die_if(last, "after");
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int fsync(int fd) {
  REAL(int, fsync, int);
  return synced(real_fsync, fd);
}
int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  return synced(real_fdatasync, fd);
}

/* Names: `op` with one path, or two for a rename (the second travels as data). */
static void named(uint8_t op, const char *path, const char *to) {
  if (below(path, root)) put(op, 0, 0, 0, path, to, to ? (uint32_t)strlen(to) : 0);
}

#define RECORDED_NAME(folder, path, op, step, call)                 \
  char full[PATH_MAX];                                              \
  absolute(folder, path, full);                                     \
  if (!below(full, root)) return call;                              \
  pthread_mutex_lock(&lock);                                        \
  int last = is_last_step(full, step);                              \
  die_if(last, "before");                                           \
  int done = call, error = errno;                                   \
  if (done == 0) named(op, full, NULL);                             \
  die_if(last, "after");                                            \
  pthread_mutex_unlock(&lock);                                      \
  errno = error;                                                    \
  return done

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  RECORDED_NAME(AT_FDCWD, path, UNLINK, "unlink", real_unlink(path));
}
int unlinkat(int folder, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int);
  RECORDED_NAME(folder, path, UNLINK, "unlink", real_unlinkat(folder, path, flags));
}
int remove(const char *path) {
  REAL(int, remove, const char *);
  RECORDED_NAME(AT_FDCWD, path, UNLINK, "unlink", real_remove(path));
}
int rmdir(const char *path) {
  REAL(int, rmdir, const char *);
  RECORDED_NAME(AT_FDCWD, path, UNLINK, "unlink", real_rmdir(path));
}
int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  RECORDED_NAME(AT_FDCWD, path, MAKE_FOLDER, "make", real_mkdir(path, mode));
}
int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  char full[PATH_MAX], place[PATH_MAX];
  absolute(AT_FDCWD, from, full);
  absolute(AT_FDCWD, to, place);
  if (!below(full, root)) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int last = is_last_step(full, "rename");
  die_if(last, "before");
  int done = real_rename(from, to), error = errno;
  if (done == 0) named(RENAME, full, place);
  die_if(last, "after");
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
